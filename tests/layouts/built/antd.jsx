// Ant Design's basic form: Form.Item with Input.Password, in columns.
import { Button, Form, Input } from 'antd';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(
  <Form name="basic" labelCol={{ span: 8 }} wrapperCol={{ span: 16 }} style={{ maxWidth: 600 }}>
    <Form.Item label="Username" name="username" rules={[{ required: true }]}>
      <Input />
    </Form.Item>
    <Form.Item label="Password" name="password" rules={[{ required: true }]}>
      <Input.Password autoComplete="new-password" data-shows="" />
    </Form.Item>
    <Form.Item label={null}>
      <Button type="primary" htmlType="submit">
        Submit
      </Button>
    </Form.Item>
  </Form>,
);
